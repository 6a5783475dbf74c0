import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { expectedVersion, line } from '../../platform/http/fields';

export class VoidOrderDto extends createZodDto(
  z.strictObject({ reason: line(120).meta({ example: 'Rung up twice' }), expectedVersion }),
) {}
