import { headroomOf } from './refund-headroom.rules';

const captured = { state: 'captured', amountCents: 1000, refundedCents: 0 } as const;
const refund = (state: 'prepared' | 'unknown' | 'not_sent' | 'declined' | 'succeeded') =>
  ({ kind: 'refund', state, amountCents: 400 }) as const;

describe('The headroom for refunds', () => {
  it('is the whole of a captured payment, and nothing before', () => {
    expect(headroomOf(captured, [])).toBe(1000);
    expect(headroomOf({ ...captured, state: 'capture_pending' }, [])).toBe(0);
  });

  it('is less by all that is made or under way, and freed by a refusal alone', () => {
    expect(headroomOf(captured, [refund('prepared'), refund('unknown')])).toBe(200);
    expect(headroomOf(captured, [refund('not_sent'), refund('declined')])).toBe(600);
  });

  it('is less by what went back, by the provider or in another way', () => {
    const refunded = { ...captured, state: 'partially_refunded', refundedCents: 500 } as const;

    expect(headroomOf(refunded, [refund('succeeded')])).toBe(500);
    expect(headroomOf(refunded, [refund('succeeded'), refund('unknown')])).toBe(100);
  });
});
