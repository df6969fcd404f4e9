import { describe, expect, it } from 'vitest'
import type { NuclioFunction, Project } from '@/api/generated/schema'
import { functionRow } from '@/domain/function-rows'
import { countStates, findProjects, formatSort, parseSort, projectRows, totalOf } from './project-rows'

const fn = (
  name: string,
  project: string | undefined,
  state: NonNullable<NuclioFunction['status']>['state'],
) =>
  functionRow({
    metadata: { name, labels: project ? { 'nuclio.io/project-name': project } : {} },
    spec: {},
    status: { state },
  })

const functions = [
  fn('a', 'shop', 'ready'),
  fn('b', 'shop', 'ready'),
  fn('c', 'shop', 'error'),
  fn('d', undefined, 'building'),
]

const project = (
  name: string,
  description = '',
  labels?: Record<string, string>,
  updatedAt?: string,
): Project => ({
  metadata: { name, namespace: 'nuclio', labels },
  spec: { description },
  status: { updatedAt },
})

const projects = [
  project('shop', 'What we sell', { team: 'blue' }, '2026-01-02T00:00:00Z'),
  project('default'),
  project('item-10'),
  project('item-9', '', undefined, '2026-01-03T00:00:00Z'),
]
const rows = projectRows(projects, countStates(functions))
const names = (words: string, sort: string) =>
  findProjects(rows, words, parseSort(sort)).map(({ name }) => name)

describe('the rows of projects', () => {
  it('count the functions by state, trouble first, those without a label in the default project', () => {
    expect(rows[0]?.counts).toMatchObject([
      { group: 'failing', tone: 'bad', count: 1 },
      { group: 'ready', tone: 'ok', count: 2 },
    ])
    expect(rows[1]?.counts).toMatchObject([{ group: 'deploying', count: 1 }])
    expect(rows.map(totalOf)).toEqual([3, 1, 0, 0])
  })

  it('leave the counts open until the functions are known', () => {
    expect(projectRows(projects)[0]?.counts).toBeUndefined()
  })

  it('are found by name, description and label', () => {
    expect(names('SHOP', 'name')).toEqual(['shop'])
    expect(names('sell', 'name')).toEqual(['shop'])
    expect(names('blue', 'name')).toEqual(['shop'])
    expect(names('zzz', 'name')).toEqual([])
  })

  it('sort by every column, equal ones by name', () => {
    expect(names('', 'name')).toEqual(['default', 'item-9', 'item-10', 'shop'])
    expect(names('', '-name')).toEqual(['shop', 'item-10', 'item-9', 'default'])
    expect(names('', '-functions')).toEqual(['shop', 'default', 'item-9', 'item-10'])
    expect(names('', '-changed')).toEqual(['item-9', 'shop', 'default', 'item-10'])
  })

  it('read their order from the address and write it there', () => {
    expect(parseSort('-functions')).toEqual({ column: 'functions', descending: true })
    expect(parseSort('nonsense')).toEqual({ column: 'name', descending: false })
    expect(formatSort({ column: 'changed', descending: true })).toBe('-changed')
  })
})
