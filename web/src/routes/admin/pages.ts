import {
  IconAdjustments,
  IconChartBar,
  IconCoin,
  IconLayoutBoard,
  IconReceipt,
  IconScissors,
  IconUsers,
} from '@tabler/icons-react';

/** The pages in the order of the day, each with the key that opens it after "g". */
export const PAGES = [
  { id: 'board', path: '/', icon: IconLayoutBoard, key: 'b' },
  { id: 'money', path: '/money', icon: IconCoin, key: 'm' },
  { id: 'orders', path: '/orders', icon: IconReceipt, key: 'o' },
  { id: 'staff', path: '/staff', icon: IconUsers, key: 's' },
  { id: 'catalog', path: '/catalog', icon: IconScissors, key: 'c' },
  { id: 'reports', path: '/reports', icon: IconChartBar, key: 'r' },
  { id: 'settings', path: '/settings', icon: IconAdjustments, key: 'e' },
] as const;
