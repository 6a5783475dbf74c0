import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { SETTINGS, type Settings } from '../config/settings';
import { logOptions } from './log-options';

/** Structured logs by pino, for Nest's own logger too. */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [SETTINGS],
      useFactory: (settings: Settings) => logOptions(settings),
    }),
  ],
})
export class LoggingModule {}
