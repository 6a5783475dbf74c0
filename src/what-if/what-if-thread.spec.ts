import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WhatIfQuestion } from '../tickets/simulation/own/what-if-answer.policy';
import { WhatIfThread } from './what-if-thread.service';

const folder = mkdtempSync(join(tmpdir(), 'what-if-'));

/** A thread that works on something else, and is given less time. */
class TestThread extends WhatIfThread {
  protected override readonly worker = join(folder, 'worker.cjs');
  protected override readonly answerWithinMs = 1500;
}

const QUESTION = { drawings: 1 } as WhatIfQuestion;
const ENDLESS = { drawings: 0 } as WhatIfQuestion;

describe('the thread for questions', () => {
  const thread = new TestThread();

  beforeAll(() => {
    // Like the real one: a pure function that holds its thread while it works.
    writeFileSync(
      join(folder, 'worker.cjs'),
      'module.exports = ({ drawings }) => { while (drawings === 0); return { fault: "none" }; };',
    );
  });

  afterAll(async () => {
    await thread.onApplicationShutdown();
    rmSync(folder, { recursive: true });
  });

  it('answers', async () => {
    expect(await thread.run(QUESTION)).toEqual({ fault: 'none' });
  });

  it('gives up on what takes too long, and works on afterwards', async () => {
    await expect(thread.run(ENDLESS)).rejects.toMatchObject({ code: 'WHAT_IF_TOO_MUCH' });

    expect(await thread.run(QUESTION)).toEqual({ fault: 'none' });
  });

  it('sends away who would have to wait behind too many', async () => {
    const others = Array.from({ length: 5 }, () => thread.run(ENDLESS));
    const settled = Promise.allSettled(others);

    await expect(thread.run(QUESTION)).rejects.toMatchObject({ code: 'SERVICE_BUSY' });
    await settled;
  });
});
