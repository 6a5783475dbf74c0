import { KioskPage } from '../routes/kiosk/kiosk-page';
import { mount } from './mount';

void mount(<KioskPage />, 'kiosk', 'customer');
