import { LobbyPage } from '../routes/lobby/lobby-page';
import { mount } from './mount';

void mount(<LobbyPage />, 'lobby');
