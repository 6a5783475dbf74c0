import type { DomainError } from '../../platform/errors/problem';
import type { ErrorMessage } from '../protocol/messages.schema';

/** A refusal as sockets get it: the members of a problem document that help a client. */
export function toErrorMessage({ code, problem, advice }: DomainError): ErrorMessage {
  return { code, status: problem.status, title: problem.title, detail: advice };
}
