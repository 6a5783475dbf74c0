import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Refusal } from '../../lib/api/problem';
import { randomKey } from '../../lib/random-key';

interface Options<Output> {
  /** Names of the queries that it makes out of date. */
  readonly refresh?: readonly string[];
  readonly onDone?: (output: Output) => void;
}

type Header = { 'Idempotency-Key': string };

/**
 * A command that is sent on the spot. Its key stays the same until the server has answered, so that
 * pressing again after a lost answer does it once.
 */
export function useCommand<Input, Output>(
  run: (input: Input, header: Header) => Promise<Output>,
  { refresh = [], onDone }: Options<Output> = {},
) {
  const client = useQueryClient();
  const key = useRef(randomKey());
  return useMutation({
    mutationFn: (input: Input) => run(input, { 'Idempotency-Key': key.current }),
    onSuccess: (output) => {
      key.current = randomKey();
      onDone?.(output);
    },
    onError: (error) => {
      if (error instanceof Refusal) key.current = randomKey();
    },
    onSettled: () =>
      Promise.all(refresh.map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
}
