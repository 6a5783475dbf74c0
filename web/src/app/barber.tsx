import { BarberPage } from '../routes/barber/barber-page';
import { mount } from './mount';

void mount(<BarberPage />, 'barber');
