import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/roles.decorator';
import { ROUTE_NOT_FOUND } from '../platform/errors/platform.problems';
import { Problem } from '../platform/errors/problem';

interface ProblemPage {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly advice: string;
}

/** What the `type` of a problem document points to: the meaning of its code. */
@Public()
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  @Get()
  list(): ProblemPage[] {
    return [...Problem.all.values()].map(toPage).sort((a, b) => a.code.localeCompare(b.code));
  }

  @Get(':code')
  show(@Param('code') code: string): ProblemPage {
    const problem = Problem.all.get(code);
    if (!problem) throw ROUTE_NOT_FOUND.error();
    return toPage(problem);
  }
}

function toPage({ code, status, title, advice }: Problem): ProblemPage {
  return { code, status, title, advice };
}
