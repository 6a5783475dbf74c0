import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery } from '../../../platform/http/pagination';
import { TENDERS } from '../../tenders/tender.rules';

const businessDay = z.iso.date().optional();

export class ListEntriesQuery extends createZodDto(
  z.strictObject({ ...pageQuery, businessDay: businessDay.describe('Absent: every day.') }),
) {}

export class BalancesQuery extends createZodDto(
  z.strictObject({ businessDay: businessDay.describe('Absent: today.') }),
) {}

export class ListPostingsQuery extends createZodDto(
  z.strictObject({
    ...pageQuery,
    from: z.iso.date().optional().describe('First business day; absent: the beginning.'),
    to: z.iso.date().optional().describe('Last business day; absent: today and later.'),
    barberId: z.uuid().optional(),
    tender: z.enum(TENDERS).optional(),
  }),
) {}

export class AccountParameters extends createZodDto(
  z.object({ accountCode: z.string().max(60) }),
) {}

export class EntryParameters extends createZodDto(
  z.object({ number: z.coerce.number().int().min(1) }),
) {}
