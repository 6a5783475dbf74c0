import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { expectedVersion } from '../../platform/http/fields';
import { tip, tipSplit } from './order.fields';

export class SetTipDto extends createZodDto(
  z.strictObject({ tip, tipSplit: tipSplit.optional(), expectedVersion }),
) {}
