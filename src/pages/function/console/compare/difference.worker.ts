import { answerDifference } from '@/domain/console/answer-difference'
import type { DifferenceRequest } from './difference-aside'
import { drawnDifference } from './drawn-difference'

addEventListener('message', ({ data: { from, to, noise } }: MessageEvent<DifferenceRequest>) =>
  postMessage(drawnDifference(answerDifference(from, to, noise))),
)
