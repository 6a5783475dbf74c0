import { type AnswerTo, answer, type EstimateTask } from './estimate-task';

/** What a thread of the pool runs. */
export default function work(task: EstimateTask): AnswerTo<EstimateTask> {
  return answer(task);
}
