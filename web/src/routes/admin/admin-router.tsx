import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { BoardPage } from './board/board-page';
import { Layout } from './layout';

const rootRoute = createRootRoute({ component: Layout });

const board = createRoute({ getParentRoute: () => rootRoute, path: '/', component: BoardPage });

// The board is what is open all day; the others are fetched when they are first opened.
const money = createRoute({
  getParentRoute: () => rootRoute,
  path: '/money',
  component: lazyRouteComponent(() => import('./money/money-page'), 'MoneyPage'),
});
const close = createRoute({
  getParentRoute: () => rootRoute,
  path: '/money/close',
  component: lazyRouteComponent(() => import('./money/close-page'), 'ClosePage'),
});
const drawers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/money/drawers',
  component: lazyRouteComponent(() => import('./money/drawers-page'), 'DrawersPage'),
});
const payouts = createRoute({
  getParentRoute: () => rootRoute,
  path: '/money/payouts',
  component: lazyRouteComponent(() => import('./money/payouts-page'), 'PayoutsPage'),
});
const books = createRoute({
  getParentRoute: () => rootRoute,
  path: '/money/books',
  component: lazyRouteComponent(() => import('./money/books-page'), 'BooksPage'),
});
const orders = createRoute({
  getParentRoute: () => rootRoute,
  path: '/orders',
  validateSearch: ({ day, order }: Record<string, unknown>): { day?: string; order?: string } => ({
    ...(typeof day === 'string' && { day }),
    ...(typeof order === 'string' && { order }),
  }),
  component: lazyRouteComponent(() => import('./orders/orders-page'), 'OrdersPage'),
});
const verify = createRoute({
  getParentRoute: () => rootRoute,
  path: '/orders/verify',
  component: lazyRouteComponent(() => import('./orders/verify-page'), 'VerifyPage'),
});
const staff = createRoute({
  getParentRoute: () => rootRoute,
  path: '/staff',
  component: lazyRouteComponent(() => import('./staff/staff-page'), 'StaffPage'),
});
const catalog = createRoute({
  getParentRoute: () => rootRoute,
  path: '/catalog',
  component: lazyRouteComponent(() => import('./catalog/catalog-page'), 'CatalogPage'),
});
const promotions = createRoute({
  getParentRoute: () => rootRoute,
  path: '/catalog/promotions',
  component: lazyRouteComponent(() => import('./catalog/promotions-page'), 'PromotionsPage'),
});
const values = createRoute({
  getParentRoute: () => rootRoute,
  path: '/catalog/gift-cards',
  component: lazyRouteComponent(() => import('./catalog/values-page'), 'ValuesPage'),
});
const reports = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports',
  component: lazyRouteComponent(() => import('./reports/reports-page'), 'ReportsPage'),
});
const whatIf = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/what-if',
  component: lazyRouteComponent(() => import('./reports/what-if-page'), 'WhatIfPage'),
});
const settings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-page'), 'SettingsPage'),
});

const settingsPayments = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/payments',
  component: lazyRouteComponent(() => import('./settings/payments-page'), 'PaymentsPage'),
});
const access = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/access',
  component: lazyRouteComponent(() => import('./settings/access-page'), 'AccessPage'),
});
const activity = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/activity',
  component: lazyRouteComponent(() => import('./settings/activity-page'), 'ActivityPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    board,
    money,
    close,
    drawers,
    payouts,
    books,
    orders,
    verify,
    staff,
    catalog,
    promotions,
    values,
    reports,
    whatIf,
    settings,
    settingsPayments,
    access,
    activity,
  ]),
  basepath: '/admin',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
