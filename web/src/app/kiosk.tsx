import { mount } from './mount';

void mount(<h1>kiosk</h1>, 'kiosk');
