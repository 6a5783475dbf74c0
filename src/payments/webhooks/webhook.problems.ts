import { Problem } from '../../platform/errors/problem';

export const WEBHOOK_REJECTED = new Problem({
  code: 'WEBHOOK_REJECTED',
  kind: 'unauthenticated',
  title: 'The delivery is not from the provider, or was changed on its way.',
  advice:
    'Deliver the bytes as they were signed, with all headers; "reason" says what is wrong. ' +
    'Nothing was stored.',
});

export const WEBHOOK_UNDECIDED = new Problem({
  code: 'WEBHOOK_UNDECIDED',
  kind: 'unavailable',
  title: 'It cannot be checked now whether the delivery is genuine.',
  advice: 'Deliver it again later; "reason" says what is missing. Nothing was stored.',
});

export const WEBHOOK_UNREADABLE = new Problem({
  code: 'WEBHOOK_UNREADABLE',
  kind: 'invalid',
  title: 'The delivery is genuine, but no event that can be read.',
  advice: 'Send the provider’s own JSON. Nothing was stored.',
});
