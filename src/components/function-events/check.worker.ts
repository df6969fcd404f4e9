import { checkExpectations } from '@/domain/events/check-expectations'
import type { CheckRequest } from './check-aside'

addEventListener('message', ({ data: { expectations, answer } }: MessageEvent<CheckRequest>) =>
  postMessage(checkExpectations(expectations, answer)),
)
