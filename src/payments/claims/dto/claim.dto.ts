import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { line } from '../../../platform/http/fields';
import { pageQuery, pageResponse } from '../../../platform/http/pagination';
import { payment } from '../../dto/payment.response';

export class ListClaimsQuery extends createZodDto(z.strictObject(pageQuery)) {}

export class RejectClaimDto extends createZodDto(
  z.strictObject({ reason: line(120).meta({ example: 'Not in the app after ten minutes' }) }),
) {}

export class ClaimPageResponse extends createZodDto(pageResponse(payment)) {}
