import { Module } from '@nestjs/common';
import { ProblemsController } from './problems.controller';

/** What a reader of the API may look up beside its description. */
@Module({ controllers: [ProblemsController] })
export class ApiDocsModule {}
