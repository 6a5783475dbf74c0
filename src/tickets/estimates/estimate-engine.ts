import { Injectable } from '@nestjs/common';
import { type AnswerTo, answer, type EstimateTask } from './estimate-task';

/** Answers questions about waits; where it does so is its own affair. */
@Injectable()
export abstract class EstimateEngine {
  abstract run<Task extends EstimateTask>(task: Task): Promise<AnswerTo<Task>>;
}

/** On this thread: a few milliseconds in which nobody else is served. */
@Injectable()
export class InlineEstimateEngine extends EstimateEngine {
  run<Task extends EstimateTask>(task: Task): Promise<AnswerTo<Task>> {
    return Promise.resolve(answer(task));
  }
}
