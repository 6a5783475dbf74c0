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
  component: lazyRouteComponent(() => import('./money-page'), 'MoneyPage'),
});
const orders = createRoute({
  getParentRoute: () => rootRoute,
  path: '/orders',
  validateSearch: ({ day }: Record<string, unknown>): { day?: string } =>
    typeof day === 'string' ? { day } : {},
  component: lazyRouteComponent(() => import('./orders-page'), 'OrdersPage'),
});
const staff = createRoute({
  getParentRoute: () => rootRoute,
  path: '/staff',
  component: lazyRouteComponent(() => import('./staff-page'), 'StaffPage'),
});
const catalog = createRoute({
  getParentRoute: () => rootRoute,
  path: '/catalog',
  component: lazyRouteComponent(() => import('./catalog-page'), 'CatalogPage'),
});
const settings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings-page'), 'SettingsPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([board, money, orders, staff, catalog, settings]),
  basepath: '/admin',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
