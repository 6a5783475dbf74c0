import { FirstDay1790000000000 } from './1790000000000-first-day';
import { TheQueuesBrain1790000200000 } from './1790000200000-the-queues-brain';
import { Arrivals1790000300000 } from './1790000300000-arrivals';
import { ProviderPayments1790000510000 } from './1790000510000-provider-payments';
import { PaymentRouting1790000530000 } from './1790000530000-payment-routing';

/** All migrations, oldest first. Forward only; a released one is never changed. */
export const MIGRATIONS = [
  FirstDay1790000000000,
  TheQueuesBrain1790000200000,
  Arrivals1790000300000,
  ProviderPayments1790000510000,
  PaymentRouting1790000530000,
];
