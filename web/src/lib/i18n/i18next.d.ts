import type admin from '../../locales/en/admin.json';
import type barber from '../../locales/en/barber.json';
import type common from '../../locales/en/common.json';
import type customer from '../../locales/en/customer.json';
import type kiosk from '../../locales/en/kiosk.json';
import type lobby from '../../locales/en/lobby.json';
import type setup from '../../locales/en/setup.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      admin: typeof admin;
      barber: typeof barber;
      common: typeof common;
      customer: typeof customer;
      kiosk: typeof kiosk;
      lobby: typeof lobby;
      setup: typeof setup;
    };
  }
}
