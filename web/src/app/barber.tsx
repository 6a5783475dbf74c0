import { mount } from './mount';

void mount(<h1>barber</h1>, 'barber');
