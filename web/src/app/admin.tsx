import { AdminPage } from '../routes/admin/admin-page';
import { mount } from './mount';

void mount(<AdminPage />, 'admin', 'books', 'manage', 'insight', 'barber', 'customer', 'setup');
