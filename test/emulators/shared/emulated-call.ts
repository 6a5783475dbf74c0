/** A call as a provider sees it. */
export interface EmulatedCall {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: Buffer;
  /** The body when it is JSON, else undefined. */
  readonly body: unknown;
}

export interface EmulatedAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection breaks instead: some sandboxes do so for certain amounts. */
  readonly isLost?: boolean;
}

/** A refusal that ends the handling of a call, wherever it is found. */
export class Refusal extends Error {
  constructor(readonly answer: EmulatedAnswer) {
    super(`Refused with ${answer.status}`);
  }
}

export interface EmulatedRoute {
  readonly method: 'GET' | 'POST';
  /** In the form of Fastify, such as `/orders/:id`. */
  readonly path: string;
  /** Name by which faults are planned. */
  readonly operation: string;
  readonly handle: (call: EmulatedCall) => EmulatedAnswer;
}
