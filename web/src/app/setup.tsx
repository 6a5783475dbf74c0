import { SetupPage } from '../routes/setup/setup-page';
import { mount } from './mount';

void mount(<SetupPage />, 'setup');
