import { describe, expect, it } from 'vitest'
import type { Volume } from '@/api/generated/schema'
import {
  keyPathsOf,
  keyPathsText,
  kindOfVolume,
  modeOf,
  modeText,
  mountPathProblem,
  volumeBody,
  volumeNameProblem,
  volumeSummary,
  withFurtherMount,
  withMount,
  withOption,
  withSource,
  withVolume,
  withVolumeBody,
  withVolumeKind,
  withVolumeName,
} from './volume-rows'

const data: Volume = {
  volume: { name: 'data', persistentVolumeClaim: { claimName: 'claim' } },
  volumeMount: { name: 'data', mountPath: '/data' },
}
const iscsi = {
  volume: { name: 'x', iscsi: { lun: 0 } },
  volumeMount: { name: 'x', mountPath: '/x' },
} as Volume

describe('a volume', () => {
  it('is of a kind', () => {
    expect(kindOfVolume(data)).toBe('persistentVolumeClaim')
    expect(kindOfVolume({ volume: { name: 'e', emptyDir: {} } })).toBe('emptyDir')
    expect(kindOfVolume({ volume: { flexVolume: { driver: 'v3io/fuse' } } })).toBe('flexVolume')
    expect(kindOfVolume({ volume: { flexVolume: { driver: 'mine' } } })).toBe('other')
    expect(kindOfVolume({ volume: { csi: { driver: 'd' } } })).toBe('csi')
    expect(kindOfVolume(iscsi)).toBe('other')
  })

  it('changes its kind and keeps its name and mount', () => {
    expect(withVolumeKind(data, 'flexVolume')).toEqual({
      volume: { name: 'data', flexVolume: { driver: 'v3io/fuse', options: {} } },
      volumeMount: data.volumeMount,
    })
    expect(withVolumeKind(data, 'other').volume).toEqual({ name: 'data' })
  })

  it('is edited without losing the rest', () => {
    expect(withSource(data, { readOnly: true }).volume?.persistentVolumeClaim).toEqual({
      claimName: 'claim',
      readOnly: true,
    })
    const v3io = withOption(withVolumeKind(data, 'flexVolume'), 'accessKey', 'secret')
    expect(v3io.volume?.flexVolume).toEqual({ driver: 'v3io/fuse', options: { accessKey: 'secret' } })
    expect(withOption(v3io, 'accessKey', undefined).volume?.flexVolume?.options).toEqual({})
    expect(withMount(data, { subPath: 'a' }).volumeMount).toEqual({ ...data.volumeMount, subPath: 'a' })
    expect(withVolumeBody(iscsi, { nfs: { server: 's' } }).volume).toEqual({
      name: 'x',
      nfs: { server: 's' },
    })
    expect(volumeBody(iscsi)).toEqual({ iscsi: { lun: 0 } })
  })

  it('has one name, for itself and its mount', () => {
    const named = withVolumeName(data, 'other')
    expect([named.volume?.name, named.volumeMount?.name]).toEqual(['other', 'other'])
    expect(volumeNameProblem(named)).toBeUndefined()
    expect(volumeNameProblem(withVolumeName(data, 'No_good'))).toMatch(/a–z/)
  })

  it('that is mounted twice is changed in both places', () => {
    const twice = withFurtherMount([data, iscsi], 0)
    expect(twice).toHaveLength(3)
    expect(mountPathProblem(twice, 1)).toBe('Enter the path in the container')
    const renamed = withVolume(twice, 0, withVolumeName(data, 'renamed'))
    expect(renamed.map((item) => [item.volume?.name, item.volumeMount?.name])).toEqual([
      ['renamed', 'renamed'],
      ['renamed', 'renamed'],
      ['x', 'x'],
    ])
    const moved = withVolume(renamed, 1, withMount(renamed[1] ?? {}, { mountPath: '/data' }))
    expect(moved[0]?.volumeMount?.mountPath).toBe('/data')
    expect(mountPathProblem(moved, 1)).toBe('Something is mounted here already')
  })

  it('is said in a line', () => {
    expect(volumeSummary(data)).toBe('persistent volume claim claim → /data')
    expect(volumeSummary(withVolumeKind(data, 'projected'))).toBe('several sources → /data')
    expect(volumeSummary(withMount(iscsi, { readOnly: true, subPath: 's' }))).toBe(
      'another kind iscsi → /x (only s), read only',
    )
  })
})

describe('files of a secret', () => {
  it('are keys with paths, and keep their permissions', () => {
    const items = [
      { key: 'a', path: 'a', mode: 256 },
      { key: 'b', path: 'dir/b' },
    ]
    expect(keyPathsText(items)).toBe('a\nb=dir/b')
    expect(keyPathsOf('a=x/a\nb=dir/b\n', items)).toEqual([
      { key: 'a', path: 'x/a', mode: 256 },
      { key: 'b', path: 'dir/b' },
    ])
    expect(keyPathsOf('', items)).toBeUndefined()
  })

  it('have permissions in octal', () => {
    expect(modeText(420)).toBe('0644')
    expect(modeOf('0644')).toBe(420)
    expect(modeOf('0888')).toBe('0888')
    expect(modeOf('')).toBeUndefined()
  })
})
