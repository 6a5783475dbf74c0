import { mount } from './mount';

void mount(<h1>admin</h1>, 'admin');
