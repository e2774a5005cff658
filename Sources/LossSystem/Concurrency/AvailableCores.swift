import SystemFacts

/// Cores that this process may run on, at least one.
package var availableCores: Int { max(1, Int(systemCores())) }
