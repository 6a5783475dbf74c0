import { createZodDto } from 'nestjs-zod';
import { tenderRequest } from '../tenders/tender-request.dto';

// A class cannot extend a union, so the compiler is told that it extends some object.
const AnyTenderRequest = createZodDto(tenderRequest) as unknown as {
  new (): object;
  readonly schema: typeof tenderRequest;
};

/** A payment in any tender; its members depend on "tender". */
export class TakePaymentDto extends AnyTenderRequest {}
