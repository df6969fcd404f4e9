import type { AutoScaleMetric, FrontendSpec, ScaleResource } from '@/api/generated/schema'

type ScalesToZero = FrontendSpec['scaleToZero']

/** The window that all of a function's idle measures share; nothing when there are none or they differ. */
export function sharedWindow(resources: readonly ScaleResource[]): string | undefined {
  const windows = new Set(resources.map(({ windowSize }) => windowSize))
  return windows.size === 1 ? [...windows][0] : undefined
}

/** The measures with one window for all; without any, the platform's own with that window. */
export function withWindow(
  resources: readonly ScaleResource[],
  windowSize: string,
  platform: ScalesToZero,
): ScaleResource[] {
  const own = resources.length > 0 ? resources : (platform?.scaleResources ?? [])
  return own.map((resource) => ({ ...resource, windowSize }))
}

/** What the platform measures when a function says nothing, in words. */
export function platformMeasures(platform: ScalesToZero): string {
  const measures = (platform?.scaleResources ?? []).map(
    ({ metricName, windowSize, threshold }) => `${metricName} ≤ ${threshold ?? 0} over ${windowSize}`,
  )
  return measures.join(' and ')
}

/** A metric by another name; one of the platform's presets brings its kind of source and of threshold along. */
export function withMetricName(
  metric: AutoScaleMetric,
  metricName: string | undefined,
  presets: readonly AutoScaleMetric[],
): AutoScaleMetric {
  const preset = presets.find((one) => one.metricName === metricName)
  return {
    ...metric,
    metricName,
    ...(preset && { sourceType: preset.sourceType, displayType: preset.displayType }),
  }
}
