import {
  answerWhatIf,
  type WhatIfAnswer,
  type WhatIfQuestion,
} from '../tickets/simulation/own/what-if-answer.policy';
import { faultOfQuestion } from '../tickets/simulation/own/what-if-fault.policy';

/** An answer, or why there cannot be one. */
export type WhatIfOutcome = { answer: WhatIfAnswer } | { fault: string };

/** Works out one question; on a thread of its own, since it takes seconds. */
export default function work(question: WhatIfQuestion): WhatIfOutcome {
  try {
    return { answer: answerWhatIf(question) };
  } catch (error) {
    const fault = faultOfQuestion(error);
    if (fault === null) throw error;
    return { fault };
  }
}
