import { mount } from './mount';

void mount(<h1>lobby</h1>, 'lobby');
