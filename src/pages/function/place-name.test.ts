import { describe, expect, it } from 'vitest'
import { placesInWords } from './place-name'

describe('changed places in words', () => {
  it.each([
    [['spec.description'], 'description'],
    [['spec.description', 'spec.env.A'], 'description and environment: A'],
    [['spec.x', 'spec.y', 'spec.z'], 'x, y and z'],
    [['spec.v', 'spec.w', 'spec.x', 'spec.y', 'spec.y', 'spec.z'], 'v, w, x and 2 more'],
  ])('%j', (places, phrase) => {
    expect(placesInWords(places.map((place) => place.split('.')))).toBe(phrase)
  })
})
