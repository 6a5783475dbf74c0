import { AdminPage } from '../routes/admin/admin-page';
import { mount } from './mount';

void mount(<AdminPage />, 'admin', 'barber', 'customer', 'setup');
