import { FirstDay1790000000000 } from './1790000000000-first-day';
import { TheQueuesBrain1790000200000 } from './1790000200000-the-queues-brain';
import { Arrivals1790000300000 } from './1790000300000-arrivals';
import { HonestWaits1790000400000 } from './1790000400000-honest-waits';
import { ThePlannedDay1790000410000 } from './1790000410000-the-planned-day';
import { TheTill1790000500000 } from './1790000500000-the-till';
import { ProviderPayments1790000510000 } from './1790000510000-provider-payments';
import { BooksThatProveThemselves1790000520000 } from './1790000520000-books-that-prove-themselves';
import { PaymentRouting1790000530000 } from './1790000530000-payment-routing';
import { TheShopsOwnLook1790000600000 } from './1790000600000-the-shops-own-look';

/** All migrations, oldest first. Forward only; a released one is never changed. */
export const MIGRATIONS = [
  FirstDay1790000000000,
  TheQueuesBrain1790000200000,
  Arrivals1790000300000,
  HonestWaits1790000400000,
  ThePlannedDay1790000410000,
  TheTill1790000500000,
  ProviderPayments1790000510000,
  BooksThatProveThemselves1790000520000,
  PaymentRouting1790000530000,
  TheShopsOwnLook1790000600000,
];
