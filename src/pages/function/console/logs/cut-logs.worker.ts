import { cutLogs } from '@/domain/console/cut-logs'
import type { CutRequest } from './cut-aside'

addEventListener('message', ({ data }: MessageEvent<CutRequest>) =>
  postMessage(cutLogs(data.texts, data.invocation)),
)
