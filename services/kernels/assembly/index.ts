export { frontierScratch, moveFromFrontier, searchCommunities, searchScratch, splitDisconnected, splitScratch } from './communities'
export { pagerank, pagerankScratch } from './pagerank'
export { harmonic, harmonicScratch } from './harmonic'
export { betweenness, betweennessScratch } from './betweenness'
