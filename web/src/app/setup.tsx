import { mount } from './mount';

void mount(<h1>setup</h1>, 'setup');
