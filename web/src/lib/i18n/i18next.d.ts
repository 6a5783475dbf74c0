import type admin from '../../locales/en/admin.json';
import type barber from '../../locales/en/barber.json';
import type books from '../../locales/en/books.json';
import type common from '../../locales/en/common.json';
import type customer from '../../locales/en/customer.json';
import type insight from '../../locales/en/insight.json';
import type kiosk from '../../locales/en/kiosk.json';
import type lobby from '../../locales/en/lobby.json';
import type manage from '../../locales/en/manage.json';
import type setup from '../../locales/en/setup.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      admin: typeof admin;
      barber: typeof barber;
      books: typeof books;
      common: typeof common;
      customer: typeof customer;
      insight: typeof insight;
      kiosk: typeof kiosk;
      lobby: typeof lobby;
      manage: typeof manage;
      setup: typeof setup;
    };
  }
}
