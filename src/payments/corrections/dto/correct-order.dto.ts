import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { amountCents, line } from '../../../platform/http/fields';

const reason = line(120).meta({ example: 'Ben cut, Ana was rung up' });

export class CorrectLineDto extends createZodDto(
  z.strictObject({ lineId: z.uuid(), toBarberId: z.uuid(), reason }),
) {}

export class CorrectTipDto extends createZodDto(
  z.strictObject({
    fromBarberId: z.uuid(),
    toBarberId: z.uuid(),
    amountCents: amountCents.min(1).optional().describe('Absent: all of the tip.'),
    reason,
  }),
) {}

export class ReverseOrderDto extends createZodDto(
  z.strictObject({ reason: line(120).meta({ example: 'Rung up twice' }) }),
) {}
