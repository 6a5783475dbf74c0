import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery } from '../../../platform/http/pagination';

const businessDay = z.iso.date().optional();

export class ListEntriesQuery extends createZodDto(
  z.strictObject({ ...pageQuery, businessDay: businessDay.describe('Absent: every day.') }),
) {}

export class BalancesQuery extends createZodDto(
  z.strictObject({ businessDay: businessDay.describe('Absent: today.') }),
) {}
