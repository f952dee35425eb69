/// The operations in use.
typealias Kernels = ReferenceKernels
