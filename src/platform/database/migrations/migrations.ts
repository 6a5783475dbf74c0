import { FirstDay1790000000000 } from './1790000000000-first-day';
import { Arrivals1790000300000 } from './1790000300000-arrivals';

/** All migrations, oldest first. Forward only; a released one is never changed. */
export const MIGRATIONS = [FirstDay1790000000000, Arrivals1790000300000];
