import { PayDesk, type ShownPayment } from './pay-desk';

interface Account {
  readonly id: string;
  readonly version: number;
  readonly fingerprint: string | null;
}

interface Route {
  readonly id: string;
  readonly version: number;
}

export interface Attempt {
  readonly paymentId: string;
  readonly kind: string;
  readonly state: string;
  readonly code: string | null;
  readonly attempt: number;
  readonly reason: string;
  readonly merchantAccount: string | null;
  readonly latencyMs: number | null;
}

/** A till whose shop and barber have an account each at the same emulated PayPal. */
export class RoutedDesk {
  private constructor(
    readonly desk: PayDesk,
    readonly benId: string,
    readonly cutId: string,
    readonly shopAccount: Account,
    readonly benAccount: Account,
  ) {}

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<RoutedDesk> {
    const desk = await PayDesk.open(environment);
    const ben = await desk.ask<{ id: string }>('POST', '/v1/barbers', {
      ...{ code: 'BEN', name: 'Ben', skills: [], commissionBasisPoints: 5000 },
    });
    const cut = await desk.ask<{ id: string }>('POST', '/v1/services', {
      ...{ name: 'Cut', priceCents: 4000, durationMinutes: 30, isTaxable: false },
    });
    const make = async (body: object): Promise<Account> => {
      const answer = await desk.ask<Account>('POST', '/v1/merchant-accounts', body);
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body;
    };
    const shopAccount = await make({ name: 'Shop', tender: 'paypal' });
    const benAccount = await make({
      ...{ name: 'Ben', tender: 'paypal', ownerBarberId: ben.body.id },
      credentials: { ...desk.paypal.otherAccount, environment: 'sandbox' },
    });
    return new RoutedDesk(desk, ben.body.id, cut.body.id, shopAccount, benAccount);
  }

  /** Another account of the shop, at PayPal the barber's: two that fit any bill. */
  async secondShopAccount(): Promise<Account> {
    const answer = await this.desk.ask<Account>('POST', '/v1/merchant-accounts', {
      ...{ name: 'Second', tender: 'paypal' },
      credentials: { ...this.desk.paypal.otherAccount, environment: 'sandbox' },
    });
    return answer.body;
  }

  async route(account: Pick<Account, 'id'>, more: object = {}): Promise<Route> {
    const body = { name: 'Route', merchantAccountId: account.id, ...more };
    const answer = await this.desk.ask<Route>('POST', '/v1/payment-routes', body);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  async rules(body: object): Promise<void> {
    const answer = await this.desk.ask('PATCH', '/v1/payment-routing', body);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  /** A cut by Ben, 40.00. */
  async openOrder(more: object = {}): Promise<string> {
    const { body } = await this.desk.ask<{ id: string }>('POST', '/v1/orders', {
      lines: [{ kind: 'service', catalogId: this.cutId, quantity: 1, barberId: this.benId }],
      ...more,
    });
    return body.id;
  }

  /** Pays an order to the end, as far as it goes. */
  async payToTheEnd(orderId: string): Promise<ShownPayment> {
    const payment = await this.desk.start(orderId, 'paypal');
    this.desk.paypal.books.approve(this.desk.paypalOrder(payment).id);
    this.desk.later();
    return this.desk.settle(payment);
  }

  async attempts(orderId: string): Promise<Attempt[]> {
    const path = `/v1/orders/${orderId}/payment-attempts`;
    return (await this.desk.ask<{ items: Attempt[] }>('GET', path)).body.items;
  }

  /** All money that PayPal's books say was taken, by client. */
  captures(): { clientId: string; value: string }[] {
    return [...this.desk.paypal.books.orders.values()].flatMap(({ clientId, captures }) =>
      captures.map(({ amount }) => ({ clientId, value: amount.value })),
    );
  }
}
